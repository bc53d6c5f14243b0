"""Real documents, kept as corpus files, turned into specs of our language.

A corpus file is JSON: what one issued document says, block by block, and nothing of how it looked.
``source`` types it, ``to_spec`` converts it (with ``outline`` for the body, ``tables`` for the
appendices, ``emit`` for the YAML), ``check_fidelity`` renders the result and compares.
"""
