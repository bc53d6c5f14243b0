"""From a pack's skeletons to a unit's own specs, and on to the pack's next edition."""
