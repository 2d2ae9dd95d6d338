"""Reads a programme that is set as entries, by the pattern that its entries share."""
