// A certificate: one question with its answer and all that is needed to ask it again, in one canonical JSON document;
// and whether the rules still say so.
//
// Plain values; any thread may use them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/query.h"
#include "inforce/render.h"
#include "inforce/timeline.h"

namespace inforce {

/// The answer to `query` as a document: RFC 8785 canonical JSON and a line break. Its members are `inforce`
/// (`certificate`), `format` (1), `question`, `answer` (as `--json` gives it, without what stands beside it here and
/// without places in files, so that it follows from the meaning of the rules alone), `rules`, `engine`, `tzdata`, and
/// `sha256` over the canonical form of all others. For a question about a day or a moment also `considered` (every
/// measure that the answer does not show, each with the reason why it does not apply) and `regimes` (every regime of
/// the rules, and whether it covers the case). Errors: those of `answer`; facts that are not UTF-8.
[[nodiscard]] Checked<std::string> certificate(const Timeline& timeline, const Query& query);

/// A place where a certificate and the one that would be written now differ.
struct Difference {
  std::string place;  ///< A JSON pointer (RFC 6901), such as `/answer/verdict`; of the certificate where it is there.
  std::string row;    ///< The id of the nearest measure or regime around the place, or empty.
  std::string was;    ///< What the certificate says there, as canonical JSON; empty: it has nothing there.
  std::string is;     ///< What would be written now; empty: nothing.
};

struct Verification {
  enum class Outcome : std::uint8_t {
    same,        ///< Every byte is what would be written now.
    differs,     ///< It is intact, and something else would be written now.
    unanswered,  ///< It is intact, and these rules cannot answer its question.
    refused,     ///< It is not, or no longer, a certificate.
  };
  Outcome outcome = Outcome::refused;
  std::string why;                      ///< Of `unanswered` and `refused`: one sentence, without a final stop.
  std::vector<Difference> differences;  ///< Rules and versions first; at most `most_differences`.
  std::size_t more = 0;                 ///< Differences beyond those.

  static constexpr std::size_t most_differences = 1000;

  /// Whether a difference lies at `member` of the document or within it, such as `answer`.
  [[nodiscard]] bool differs_in(std::string_view member) const;
};

/// Asks the question of a certificate again. `text` may be any bytes: what is damaged, too deep or too long is refused
/// and not asked.
[[nodiscard]] Verification verify(std::string_view text, const Timeline& timeline);

/// What was found, as text or JSON, ending in a line break.
[[nodiscard]] std::string render(const Verification& verification, const Style& style);

}  // namespace inforce
