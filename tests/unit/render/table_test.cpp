#include "engine/render/table.h"

#include "tests/support/catch.h"

using namespace inforce::render_text;

TEST_CASE("widths count code points") {
  CHECK(width_of("Zürich") == 6);
  CHECK(width_of("中国") == 2);
  CHECK(width_of("") == 0);
}

TEST_CASE("words wrap and a word longer than a line stands on its own") {
  CHECK(wrapped("one two three", "", "  ", 8) == "one two\n  three\n");
  CHECK(wrapped("a-very-long-id x", "> ", "  ", 8) == "> a-very-long-id\n  x\n");
  CHECK(wrapped("", "> ", "  ", 8).empty());
}

TEST_CASE("a narrow line turns optional columns into notes and cuts nothing") {
  Table table;
  table.columns = {{"A"}, {"B"}, {"C", true}};
  table.rows = {{{{"a-long-id"}, {"b"}, {"third"}}, {"a note"}}};
  CHECK(laid_out(table, 80, false) == "  A          B  C\n  a-long-id  b  third\n             a note\n");
  CHECK(laid_out(table, 15, false) ==
        "  A          B\n  a-long-id  b\n             a\n               note\n             third\n");
}

TEST_CASE("columns without a word are left out and sections stand once") {
  Table table;
  table.columns = {{"A"}, {"B"}, {"C"}};
  table.rows = {{{{"1"}, {""}, {"x"}}, {}, "First"}, {{{"2"}, {""}, {"y"}}, {}, "Second"}};
  CHECK(laid_out(table, 80, false) == "First\n  A  C\n  1  x\n\nSecond\n  2  y\n");
  table.rows.clear();
  CHECK(laid_out(table, 80, false).empty());
}

TEST_CASE("colour only repeats words and takes no width") {
  CHECK(painted("x", Tone::bad, true) == "\033[1;31mx\033[0m");
  CHECK(painted("x", Tone::bad, false) == "x");
  CHECK(painted("x", Tone::plain, true) == "x");
}
