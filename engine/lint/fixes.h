// The ways out that a program can go: which there are, and what rule files become by going them.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "inforce/check.h"

namespace inforce::lint {

/// Gives each finding that names a word to put in place of the marked one (`did you mean`) the fix that puts it there.
/// A person has to agree to it.
void offer_words(std::vector<Diagnostic>& found, const Sources& sources);

/// Rule files after their fixes.
struct Fixed {
  std::map<std::string, std::string> texts;  ///< Of the files that change, by path.
  std::size_t count = 0;                     ///< Fixes made.
  CheckReport report;                        ///< What remains,
  Sources sources;                           ///< with the texts in which it is found.
};

/// Looks at rule files as they would be.
using Look = std::function<CheckReport(const FileReader& files, Sources& sources)>;

/// Makes the fixes that findings of `look` offer in the files `paths` (all, where none is named), the safe ones or all
/// kinds, in rounds until none is left: where two touch
/// the same text, one waits for the next round. Outside of its edits no byte changes. After each round the files are
/// looked at again; a fix is not made where its finding would stay, a file would be no YAML any more, or rules that can
/// be used could no longer be. Nothing is written; texts are
/// added to `sources`.
[[nodiscard]] Fixed make_fixes(const FileReader& files, const Look& look, const Sources& sources,
                               const std::set<std::string>& paths, bool unsafe);

}  // namespace inforce::lint
