"""Tools of developers: nothing in the package imports them."""
