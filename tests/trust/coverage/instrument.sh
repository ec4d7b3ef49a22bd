#!/bin/sh
# Given to cargo as the compiler of our own crates: theirs are not counted, nor built again.
exec "$@" -Cinstrument-coverage
