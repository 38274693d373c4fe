#include "inforce/source.h"
#include "tests/support/catch.h"

using namespace inforce;

namespace {

Span span(FileId file, std::uint32_t begin, std::uint32_t end) { return {file, begin, end}; }

}  // namespace

TEST_CASE("places count lines and columns from one", "[source]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "one\ntwo three\n");
  const Place begin = sources.begin_of(span(file, 8, 13));
  CHECK(begin.path == "a.yaml");
  CHECK(begin.line == 2);
  CHECK(begin.column == 5);
  CHECK(sources.end_of(span(file, 8, 13)).column == 10);
  CHECK(sources.text(span(file, 8, 13)) == "three");
}

TEST_CASE("columns count characters not bytes", "[source]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "k: \xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80x\n");
  CHECK(sources.begin_of(span(file, 3, 5)).column == 4);
  CHECK(sources.begin_of(span(file, 12, 13)).column == 7);
}

TEST_CASE("CRLF belongs to no line", "[source]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "one\r\ntwo\r\n");
  CHECK(sources.line(file, 1) == "one");
  CHECK(sources.line(file, 2) == "two");
  CHECK(sources.line(file, 3).empty());
  CHECK(sources.line(file, 0).empty());
  CHECK(sources.line(file, 9).empty());
  CHECK(sources.begin_of(span(file, 5, 8)).line == 2);
}

TEST_CASE("a byte-order mark is dropped once", "[source]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "\xEF\xBB\xBF\xEF\xBB\xBFx");
  CHECK(sources.text(file) == "\xEF\xBB\xBFx");
}

TEST_CASE("places past the end are the end", "[source]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "ab");
  CHECK(sources.begin_of(span(file, 90, 95)).column == 3);
  CHECK(sources.end_of(span(file, 90, 95)).column == 3);
  CHECK(sources.text(span(file, 90, 95)).empty());
  CHECK(sources.text(span(file, 1, 0)).empty());
}

TEST_CASE("an empty file has one empty line", "[source]") {
  Sources sources;
  const FileId file = sources.add("a.yaml", "");
  CHECK(sources.begin_of(span(file, 0, 0)).line == 1);
  CHECK(sources.begin_of(span(file, 0, 0)).column == 1);
  CHECK(sources.line(file, 1).empty());
}

TEST_CASE("texts stay where they are while others are added", "[source]") {
  Sources sources;
  const FileId first = sources.add("first", "short");
  const std::string_view text = sources.text(first);
  const Sources copy = sources;
  for (int i = 0; i < 1000; ++i) sources.add("more", "text");
  CHECK(text == "short");
  CHECK(text.data() == copy.text(first).data());
  CHECK(copy.size() == 1001);
}
