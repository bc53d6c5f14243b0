"""Every rule over the content; importing a family registers its rules, in the order of the families."""
