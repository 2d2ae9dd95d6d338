"""How the project's own named-entity models are made and measured; never imported at run time."""
