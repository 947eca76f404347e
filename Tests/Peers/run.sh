#!/bin/sh
# Compares Hark with other learners on a CSV file: ./dev bench peers FILE --target COLUMN [--drop A,B] --fold COLUMN
# The others live in a virtual environment under the cache folder; nothing of Hark needs them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
place=${XDG_CACHE_HOME:-$HOME/.cache}/hark/peers
if [ ! -x "$place/bin/python" ]; then
    python3 -m venv "$place"
    "$place/bin/pip" install -q scikit-learn==1.9.1 lightgbm==4.7.0 xgboost==3.2.0 interpret-core==0.7.8 pandas==3.1.1
fi
exec "$place/bin/python" "$here/peers.py" "$@"
