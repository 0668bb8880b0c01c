from ... import name
