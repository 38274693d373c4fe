#include "engine/render/canonical_json.h"

#include <bit>
#include <cstdint>

#include "tests/support/catch.h"

using namespace inforce::render_json;

namespace {

std::string canonical(const std::string& json) {
  const auto made = canonical_json(json);
  return made.ok() ? made.text : "refused: " + made.error;
}

}  // namespace

TEST_CASE("RFC 8785 section 3-2-2 numbers escapes and literals") {
  CHECK(canonical("{\n  \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
                  "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
                  "  \"literals\": [null, true, false]\n}") ==
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
        "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST_CASE("RFC 8785 section 3-2-3 names are in the order of UTF-16") {
  CHECK(canonical("{\"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\",\n"
                  "  \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\", \"1\": \"One\",\n"
                  "  \"\\ud83d\\ude00\": \"Emoji: Grinning Face\", \"\\u0080\": \"Control\",\n"
                  "  \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"}") ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
        "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
        "\"\U0001f600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST_CASE("RFC 8785 appendix B numbers by their bits") {
  struct Sample {
    std::uint64_t bits;
    std::string text;
  };
  const Sample samples[] = {
      {0x0000000000000000U, "0"},
      {0x8000000000000000U, "0"},
      {0x0000000000000001U, "5e-324"},
      {0x8000000000000001U, "-5e-324"},
      {0x7fefffffffffffffU, "1.7976931348623157e+308"},
      {0xffefffffffffffffU, "-1.7976931348623157e+308"},
      {0x4340000000000000U, "9007199254740992"},
      {0xc340000000000000U, "-9007199254740992"},
      {0x4430000000000000U, "295147905179352830000"},
      {0x44b52d02c7e14af5U, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6U, "1e+23"},
      {0x44b52d02c7e14af7U, "1.0000000000000001e+23"},
      {0x444b1ae4d6e2ef4eU, "999999999999999700000"},
      {0x444b1ae4d6e2ef4fU, "999999999999999900000"},
      {0x444b1ae4d6e2ef50U, "1e+21"},
      {0x3eb0c6f7a0b5ed8cU, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8dU, "0.000001"},
      {0x41b3de4355555553U, "333333333.3333332"},
      {0x41b3de4355555554U, "333333333.33333325"},
      {0x41b3de4355555555U, "333333333.3333333"},
      {0x41b3de4355555556U, "333333333.3333334"},
      {0x41b3de4355555557U, "333333333.33333343"},
      {0xbecbf647612f3696U, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959U, "1424953923781206.2"},
  };
  for (const auto& sample : samples) {
    INFO(std::hex << sample.bits);
    CHECK(canonical_number(std::bit_cast<double>(sample.bits)) == sample.text);
    CHECK(canonical(sample.text) == sample.text);
  }
}

TEST_CASE("canonical form is its own canonical form") {
  const auto form =
      canonical("{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56.0},\"10\":{},\"\":\"\",\"a\":[ ],\"A\":[{}, 1]}");
  CHECK(form == "{\"\":\"\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},\"A\":[{},1],\"a\":[]}");
  CHECK(canonical(form) == form);
  CHECK(canonical("\"\\u0000\\u001f\\u007f\\b\\t\\n\\f\\r\\u2028\"") == "\"\\u0000\\u001f\x7f\\b\\t\\n\\f\\r\u2028\"");
  CHECK(canonical("-0") == "0");
  CHECK(canonical("-0.0e9") == "0");
  CHECK(canonical("1e-400") == "0");
  CHECK(canonical("9007199254740993") == "9007199254740992");
  CHECK(canonical("18446744073709551615") == "18446744073709552000");
  CHECK(canonical("-9223372036854775808") == "-9223372036854776000");
}

TEST_CASE("I-JSON leaves out what readers understand in different ways") {
  CHECK(canonical("{\"a\":1,\"b\":{\"a\":1},\"\\u0061\":2}") == "refused: an object in it has one name twice");
  CHECK(canonical("[1e400]") == "refused: a number in it is too large");
  CHECK(canonical("[\"\\ud83d\"]").starts_with("refused: it is not JSON at byte"));
  CHECK(canonical("[\"\\ude00\"]").starts_with("refused: it is not JSON at byte"));
  CHECK(canonical("[\"\xff\"]").starts_with("refused: it is not JSON at byte"));
  CHECK(canonical("[\"\xed\xa0\xbd\"]").starts_with("refused: it is not JSON at byte"));
  CHECK(canonical("[\"\xc0\x80\"]").starts_with("refused: it is not JSON at byte"));
  for (const auto* text : {"", " ", "{", "[1,]", "{} {}", "NaN", "01", "+1", "'a'", "[1] // a", "\"\t\"", "nul"}) {
    INFO(text);
    CHECK(canonical(text).starts_with("refused: it is not JSON"));
  }
}

TEST_CASE("depth and length of JSON are bounded") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(canonical(nested(deepest_json)) == nested(deepest_json));
  CHECK(canonical(nested(deepest_json + 1)) == "refused: it is nested more than 512 deep");
  CHECK(canonical(std::string(100000, '[')) == "refused: it is nested more than 512 deep");
  CHECK(canonical(std::string(longest_json + 1, ' ')) == "refused: it is longer than 64 MiB");
}
