// HTML of text by strangers, and the notes of an author.
#include "engine/render/html.h"

#include "engine/render/note_html.h"
#include "engine/render/svg.h"
#include "tests/support/catch.h"

using namespace inforce;

TEST_CASE("text cannot leave an element or an attribute") {
  CHECK(html::escaped("<script>alert('1')</script> & \"x\"") ==
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;");
  CHECK(html::escaped("a\nb") == "a\nb");
  CHECK(html::escaped("a\x01\xff") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("only http and https are linked") {
  CHECK(html::link("a", "https://example.org/?a=1&b=\"") ==
        "<a href=\"https://example.org/?a=1&amp;b=&quot;\" rel=\"noreferrer\">a</a>");
  for (const auto* url : {"javascript:alert(1)", "data:text/html,x", "https://", "http:///x", " https://example.org",
                          "HTTPS://example.org", "file:///etc/passwd", ""}) {
    INFO(url);
    CHECK(html::link("<a>", url) == "&lt;a&gt;");
  }
}

TEST_CASE("data in a script element cannot end it") {
  CHECK(html::json_in_script("[\"</script><!--&\"]") == "[\"\\u003c/script\\u003e\\u003c!--\\u0026\"]");
}

TEST_CASE("a policy names content by its hash in base64") {
  CHECK(html::policy_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(html::policy_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("a note has paragraphs, lists, emphasis, code and links") {
  CHECK(html::note("One\ntwo.\n\nThree **bold** *slanted* `a < b`.\n") ==
        "<p>One\ntwo.</p>\n<p>Three <strong>bold</strong> <em>slanted</em> <code>a &lt; b</code>.</p>\n");
  CHECK(html::note("- a\n- b\n  more\n\n1. c\n2. d\n") ==
        "<ul>\n<li>a</li>\n<li>b\nmore</li>\n</ul>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n");
  CHECK(html::note("[words *here*](https://example.org/)") ==
        "<p><a href=\"https://example.org/\" rel=\"noreferrer\">words <em>here</em></a></p>\n");
  CHECK(html::note("").empty());
}

TEST_CASE("a note is shown as written where it is nothing else") {
  CHECK(html::note("<img src=x onerror=alert(1)>") == "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n");
  CHECK(html::note("[x](javascript:alert(1))") == "<p>x)</p>\n");
  CHECK(html::note("2 * 3 * 4, **, ``, [a], # b") == "<p>2 * 3 * 4, **, ``, [a], # b</p>\n");
  CHECK(html::note(std::string(20000, '[')) == "<p>" + std::string(20000, '[') + "</p>\n");
}

TEST_CASE("lengths are decimals without a locale") {
  CHECK(svg::pixels(125) == "12.5");
  CHECK(svg::pixels(-5) == "-0.5");
  CHECK(svg::pixels(120) == "12");
}
