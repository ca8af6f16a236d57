# Rows of packages.tsv from a .deps.json: the project or tool first, then the packages it was built with.
/^  "libraries": \{/ { inside = 1; next }
inside && /^    "[^"]+\/[^"]+": \{/ { split($0, quoted, "\""); split(quoted[2], named, "/"); next }
inside && /^      "type": "project"/ { own = "nuget\t" named[1] "\t" named[2] }
inside && /^      "type": "package"/ { others = others "nuget\t" named[1] "\t" named[2] "\n" }
END { if (own != "") print own; printf "%s", others }
