#!/bin/sh
# Rebuilds names.tsv: 2,000 names, of which 340 are spoken by flite in "show me the record for …" and heard by
# PocketSphinx with its general model. The names are drawn by how common they are in the US Census (public domain), as
# the Python package `names` ships them (MIT). Voices slt and awb are for development, rms and kal16 are held out.
# Needs: python3, sox, flite, pocketsphinx, pocketsphinx-en-us; pip install names==0.3.0. About ten minutes.
# usage: make.sh > names.tsv
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
model=/usr/share/pocketsphinx/model/en-us

python3 - > "$work/drawn" <<'PYTHON'
import bisect, random, names
def table(kind):
    rows = [line.split() for line in open(names.FILES[kind])]
    return [row[0].capitalize() for row in rows], [float(row[2]) for row in rows]
tables = {kind: table(kind) for kind in names.FILES}
def draw(kind):
    words, sums = tables[kind]
    return words[bisect.bisect_right(sums, random.random() * sums[-1])]
random.seed(3)
endings = ["Group", "and Sons", "Partners", "Foods", "Logistics", "Medical", "Optics", "Systems", "Consulting", "Media"]
drawn = {}
while len(drawn) < 2000:
    first = draw(random.choice(["first:male", "first:female"]))
    last = draw("last")
    drawn[last + " " + random.choice(endings) if len(drawn) % 6 == 5 else first + " " + last] = None
voices = ["slt", "awb", "rms", "kal16"]
for place, name in enumerate(drawn):
    print(f"{place:04}", name, voices[place % 4] if place < 340 else "", sep="\t")
PYTHON

for voice in slt awb rms kal16; do
  awk -F '\t' -v voice="$voice" '$3 == voice' "$work/drawn" | while IFS="$(printf '\t')" read -r place name _; do
    flite -voice "$voice" -t "show me the record for $name" -o "$work/raw.wav" </dev/null
    sox -q "$work/raw.wav" -r 16000 -c 1 -b 16 "$work/$place.wav"
    echo "$place" >> "$work/$voice"
  done
  pocketsphinx_batch -hmm "$model/en-us" -lm "$model/en-us.lm.bin" -dict "$model/cmudict-en-us.dict" -adcin yes \
    -adchdr 44 -cepdir "$work" -cepext .wav -ctl "$work/$voice" -hyp "$work/$voice.heard" -logfn /dev/null >&2
  sed 's/^\(.*\) (\([0-9]*\) .*)$/\2\t\1/' "$work/$voice.heard" >> "$work/heard"
done
sort "$work/heard" > "$work/sorted"
join -t "$(printf '\t')" -a 1 "$work/drawn" "$work/sorted" | cut -f 2- | sed 's/\t$//'
