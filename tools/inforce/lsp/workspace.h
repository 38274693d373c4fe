// What the server knows: the open documents, the rule sets that they belong to, and what `check` found in these.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/inforce/lsp/dates.h"
#include "tools/inforce/lsp/documents.h"
#include "tools/inforce/lsp/host.h"
#include "tools/inforce/lsp/index.h"

namespace inforce::lsp {

/// The rules that were found without error the last time.
class Good {
 public:
  explicit Good(Timeline of) : timeline(std::move(of)) {}
  Timeline timeline;
  [[nodiscard]] const model::Rulebook& rules() const { return timeline.rulebook().model(); }
  [[nodiscard]] const ResolvedDays& days() const {
    if (!days_) days_ = std::make_unique<ResolvedDays>(rules());
    return *days_;
  }

 private:
  mutable std::unique_ptr<ResolvedDays> days_;  // made when it is first asked for
};

/// Files that are checked together.
struct RuleSet {
  std::vector<std::string> roots;  ///< Absolute paths.
  std::set<std::string> guests;    ///< Open definitions of reports that rest on these rules and stand elsewhere.
  std::string settings_folder;
  bool marked_only = false;    ///< Other YAML files may stand among them, and are passed over.
  bool one_folder = false;     ///< `roots` is one folder, and only files directly in it count.
  bool dirty = true;           ///< Something changed since `report`.
  Sources sources;             ///< What `report` points into.
  Findings report;             ///< As `inforce check` finds it.
  std::string problem_told;    ///< What of that the editor was told last.
  std::shared_ptr<Good> good;  ///< Null where there never was a rule set without errors.
  RuleIndex index;             ///< Of the same texts as `report`; filled by `Workspace::indexed`.
  bool index_is_old = true;
  std::map<std::string, std::string> published;  ///< By URI, what the editor was told last.
};

/// What the client asks for at the beginning.
struct Wishes {
  std::vector<std::string> folders;  ///< Paths of the workspace folders.
  std::vector<std::string> rules;    ///< Files or folders of rules, where they are named.
  std::string page_base;  ///< Where pages of codes can be read: `…/IF804.md` is at this with the name added.
  bool hints = true;
};

class Workspace {
 public:
  explicit Workspace(Host of) : host(std::move(of)) {}

  Host host;
  Wishes wishes;
  Encoding encoding = Encoding::utf16;
  Documents documents;

  /// The rule set of a file; null for a file that is no rule file and stands among none.
  [[nodiscard]] RuleSet* set_of(const std::string& path);

  /// Whether a folder of rules has come or gone: then `start_anew`.
  [[nodiscard]] bool rules_have_moved();
  /// A file has changed, here or on the disk.
  void touch(const std::string& path);
  void touch_all();
  /// What was asked for has changed: rule sets are found anew. Gives those that were, for clearing.
  std::vector<RuleSet> start_anew();

  /// Forgets the sets of folders that are no rules folders and have no open document any more, and gives them.
  std::vector<RuleSet> drop_unused();

  /// Runs `check` where something has changed.
  RuleSet& checked(RuleSet& set);
  /// Also brings the index up to date.
  RuleSet& indexed(RuleSet& set);

  [[nodiscard]] std::vector<RuleSet*> all_sets() const;
  /// The first set that has to be checked; null where there is none.
  [[nodiscard]] RuleSet* next_dirty();

  [[nodiscard]] std::string uri(const std::string& path) const;
  /// The place of a span of texts that were checked or indexed.
  [[nodiscard]] Range range(const Sources& sources, Span span);
  /// The offset, in a text without a byte-order mark, of a place in an open document.
  [[nodiscard]] std::size_t offset(const Document& document, Position position) const;

 private:
  RuleSet* set_named(const std::string& key, RuleSet fresh);
  [[nodiscard]] std::vector<std::string> rules_for(const std::string& folder) const;
  [[nodiscard]] std::string nearest_rules(const std::string& folder) const;
  [[nodiscard]] RuleSet* set_of_rules(const std::vector<std::string>& roots, const std::string& settings_folder);
  [[nodiscard]] std::vector<std::string> roots_to_check(RuleSet& set) const;

  std::map<std::string, std::unique_ptr<RuleSet>> sets_;
  std::map<std::string, std::vector<std::string>> rules_;  // by folder, as they were found
  struct Counted {
    const char* text = nullptr;
    LineTable lines;
  };
  Counted counted_;  // the lines of the file that was asked about last
};

}  // namespace inforce::lsp
