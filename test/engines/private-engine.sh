# The first process of a private engine's namespaces: everything in them ends with it, and it ends with its stdin.
# Arguments: folder, size of the engine's disk in MiB, and, for an engine of another system, that system's tree and a
# folder of this one that it must see, too.
# Then one command per line on stdin; answers "did STATUS" to each.
set -e
folder=$1 mib=$2 tree=$3 shared=$4
ip link set lo up
mkdir -p "$folder/data"
truncate -s "${mib}M" "$folder/disk"
# No reserve for root, or the disk would never be full for the engine.
mkfs.ext4 -q -m 0 "$folder/disk"
mount -o loop "$folder/disk" "$folder/data"
if [ -n "$tree" ]; then
  mount --rbind "$tree" "$tree"
  for each in proc sys dev; do mount --rbind "/$each" "$tree/$each"; done
  mount -t tmpfs tmpfs "$tree/run"
  # Volumes name paths of the host; the engine must see them where the test does.
  mount --bind /tmp "$tree/tmp"
  mkdir -p "$tree$folder" "$tree$shared"
  mount --bind "$shared" "$tree$shared"
  mount --rbind "$folder" "$tree$folder"
  cd "$tree"
  # Not chroot: runc refuses to exec from within one.
  pivot_root . .old
  cd /
  umount -l /.old
fi
set +e
echo ready
while read -r line; do
  eval "$line"
  echo "did $?"
done
