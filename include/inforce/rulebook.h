// Everything the files say, checked: `load` reads rule files into a `Rulebook`, which is read-only ever after.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/diagnostic.h"
#include "inforce/source.h"

namespace inforce {

namespace model {
struct Rulebook;
}

/// A checked rule set (interface: rule files). Cheap to copy; never changes; any thread may read it.
class Rulebook {
 public:
  explicit Rulebook(std::shared_ptr<const model::Rulebook> model);

  /// `sha256:…` over the canonical meaning of the rules: independent of file names, order, comments and white space
  /// (S27).
  [[nodiscard]] const std::string& digest() const;

  /// The ids of all restrictions, authorizations and groups, sorted.
  [[nodiscard]] std::vector<std::string_view> measures() const;

  /// The ids of all events, sorted.
  [[nodiscard]] std::vector<std::string_view> events() const;

  /// The whole of it, for the layers of the engine. Not part of the stable interface.
  [[nodiscard]] const model::Rulebook& model() const { return *model_; }

 private:
  std::shared_ptr<const model::Rulebook> model_;
};

/// Reads all `*.yaml` and `*.yml` files below `roots` (or the files that roots name) as one rule set. Texts are added
/// to `sources`, which diagnostics point into. All findings of all files are reported in one run; with any error
/// there is no rulebook. Reads nothing but the files; never throws for any content of a file.
[[nodiscard]] Checked<Rulebook> load(const FileReader& files, std::span<const std::string> roots, Sources& sources);

}  // namespace inforce
