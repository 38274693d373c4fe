// What all formats of a report say alike: places, paths, fingerprints and sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/check.h"
#include "inforce/render.h"

namespace inforce::render_report {

/// A run of text. Lines and columns count from 1; the end is just past the last character.
struct Region {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;

  friend bool operator==(const Region&, const Region&) = default;
};

/// The span itself, columns in code points.
[[nodiscard]] Region region_of(Span span, const Sources& sources);

/// The same, columns in bytes of UTF-8.
[[nodiscard]] Region byte_region_of(Span span, const Sources& sources);

/// The span as it is best shown: without line breaks at its end, and of one character at least where the line has one.
[[nodiscard]] Span shown_span(Span span, const Sources& sources);

/// A finding, suppressed or not.
struct Entry {
  const Diagnostic* diagnostic = nullptr;
  const Suppressed* suppressed = nullptr;  ///< Null where the finding counts.
  std::string fingerprint;
};

/// All findings in the given order, what is suppressed last. A fingerprint does not depend on which of them are, nor on
/// how the paths were written.
[[nodiscard]] std::vector<Entry> entries_of(std::span<const Diagnostic> found, std::span<const Suppressed> suppressed,
                                            const Sources& sources, const ReportSetting& setting);

/// Why it does not count.
[[nodiscard]] std::string justification(const Suppressed& one);

/// Those that count, errors first, then warnings, then notes; by place among each.
[[nodiscard]] std::vector<const Diagnostic*> worst_first(const CheckReport& report);

/// A path as readers of the report know it: from `top` or `folder`, else absolute.
[[nodiscard]] std::string path_of(std::string_view path, const ReportSetting& setting);

/// The path that a finding is shown in; of one without a place, the first file that was read, else the first root.
[[nodiscard]] std::string path_of(const Diagnostic& one, const CheckReport& report, const Sources& sources,
                                  const ReportSetting& setting);

/// A path as a URI: relative where the path is; all but letters, digits, `-._~/` percent-encoded.
[[nodiscard]] std::string uri_of(std::string_view path);

/// What is known of the code of a finding.
[[nodiscard]] const CodeInfo& info_of(Code code);

/// The address of the page of a code, or empty.
[[nodiscard]] std::string page_address(Code code, const std::string& pages);

/// Begins with a capital letter and ends in a stop.
[[nodiscard]] std::string sentence(std::string_view text);

/// The message and the way out as sentences. The first stands alone.
[[nodiscard]] std::string sentences_of(const Diagnostic& one);

/// `2 errors, 1 warning in 3 files`.
[[nodiscard]] std::string totals(const CheckReport& report);

}  // namespace inforce::render_report
