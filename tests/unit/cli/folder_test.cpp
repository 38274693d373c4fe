#include "tools/inforce/folder.h"

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include "tests/support/catch.h"
#include "tests/unit/cli/disk_support.h"
#include "tools/inforce/output.h"

using namespace inforce::cli;
using inforce::test::Folder;
using inforce::test::rights_of;
using inforce::test::SmallDisk;
using inforce::test::text_of;
namespace fs = std::filesystem;

TEST_CASE("a folder is made with all its files") {
  const Folder folder;
  const auto before = ::umask(027);
  const auto made = make_folder(folder / "pack/", {{"a.txt", "one"}, {"b/c/d.txt", std::string("\0two", 4)}});
  ::umask(before);
  CHECK(made.why.empty());
  CHECK(text_of(folder / "pack/a.txt") == "one");
  CHECK(text_of(folder / "pack/b/c/d.txt") == std::string("\0two", 4));
  CHECK(rights_of(folder / "pack") == 0750);
  CHECK(rights_of(folder / "pack/b/c") == 0750);
  CHECK(rights_of(folder / "pack/a.txt") == 0640);
  CHECK(folder.entries() == 1);
}

TEST_CASE("an empty folder is filled, also where a link leads to it") {
  const Folder folder;
  fs::create_directory(folder / "empty");
  fs::create_symlink("empty", folder / "link");
  CHECK(make_folder(folder / "link", {{"a.txt", "one"}}).why.empty());
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(text_of(folder / "empty/a.txt") == "one");
  CHECK(folder.entries() == 2);
}

TEST_CASE("why a folder cannot be made is said, and nothing is left") {
  const Folder folder;
  REQUIRE(make_folder(folder / "full", {{"a.txt", "one"}}).why.empty());
  std::ofstream(folder / "file") << "x";
  fs::create_symlink("nowhere", folder / "lost");
  fs::create_symlink("circle", folder / "circle");
  const auto why = [&](const std::string& name) { return make_folder(folder / name, {{"b.txt", "two"}}).why; };
  CHECK(why("full") == "it is a folder that holds something");
  CHECK(why("file") == "it is a file");
  CHECK(why("lost") == "it is a symbolic link that leads nowhere");
  CHECK(why("circle") == "symbolic links form a circle");
  CHECK(why("missing/pack") == "no such folder");
  CHECK(why("file/pack") == "a part of its path is not a folder");
  CHECK(make_folder("", {}).why == "no such folder");
  CHECK(folder.entries() == 4);
  CHECK_FALSE(fs::exists(folder / "full/b.txt"));
}

TEST_CASE("a folder for which there is no room is not there at all") {
  const Folder folder;
  Unwritten made;
  {
    const SmallDisk disk(10);
    made = make_folder(folder / "pack", {{"a.txt", "one"}, {"b/c.txt", std::string(100, 'x')}});
  }
  CHECK(made.path == folder / "pack/b/c.txt");
  CHECK(made.why == "it would be larger than a file may be");
  CHECK(folder.entries() == 0);
}

TEST_CASE("what lies in a folder is listed, and no link is followed") {
  const Folder folder;
  REQUIRE(make_folder(folder / "pack", {{"z.txt", "one"}, {"a/b.txt", "four"}}).why.empty());
  fs::create_symlink("/etc", folder / "pack/link");
  const auto listing = look_into(folder / "pack");
  CHECK(listing.is_folder);
  CHECK(listing.error.empty());
  REQUIRE(listing.entries.size() == 4);
  CHECK(listing.entries[0].path == "a");
  CHECK(listing.entries[0].kind == FolderEntry::Kind::folder);
  CHECK(listing.entries[1].path == "a/b.txt");
  CHECK(listing.entries[1].size == 4);
  CHECK(listing.entries[2].path == "link");
  CHECK(listing.entries[2].kind == FolderEntry::Kind::other);
  CHECK(listing.entries[3].path == "z.txt");
  CHECK_FALSE(look_into(folder / "pack/z.txt").is_folder);
  CHECK_FALSE(look_into(folder / "missing").is_folder);
}

TEST_CASE("a link to a file that is not there yet leads to the new one") {
  const Folder folder;
  fs::create_directory(folder / "a");
  fs::create_symlink("b", folder / "a/link");
  fs::create_symlink("a/link", folder / "link");
  fs::create_symlink("circle", folder / "circle");
  CHECK(write_whole(folder / "link", "new").empty());
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "a/link"));
  CHECK(text_of(folder / "a/b") == "new");
  CHECK(write_whole(folder / "circle", "new") == "symbolic links form a circle");
}
