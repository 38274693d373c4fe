// What comments in the rule files suppress, and comments that suppress nothing any more.
#pragma once

#include <map>
#include <span>
#include <utility>

#include "engine/lint/suppression_comments.h"

namespace inforce::lint {

/// The comments of some files, ready to be asked.
class Suppressions {
 public:
  /// Of the files with these ids; complaints go to `found`.
  Suppressions(const Sources& sources, std::span<const FileId> files, std::optional<Date> today,
               std::vector<Diagnostic>& found);

  /// The comment that suppresses the finding; null where none does. Errors are not suppressed.
  [[nodiscard]] const Suppression* suppressing(const Diagnostic& finding) const;

  /// Says which comments suppress none of `all` that was found, and which have expired.
  void complain(std::span<const Diagnostic> all, std::vector<Diagnostic>& found) const;

 private:
  using Line = std::pair<FileId, std::uint32_t>;
  struct Hit {
    const Suppression* comment = nullptr;
    std::size_t code = 0;  ///< Of its codes.
  };

  [[nodiscard]] bool has_expired(const Suppression& one) const { return today_ && one.until && *one.until < *today_; }
  [[nodiscard]] std::vector<Hit> naming(const Diagnostic& finding) const;

  Sources sources_;
  std::optional<Date> today_;
  std::multimap<Line, Suppression> comments_;
};

}  // namespace inforce::lint
