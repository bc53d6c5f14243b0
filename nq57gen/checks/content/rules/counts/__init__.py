"""DEM: numbers announced against what is listed."""
