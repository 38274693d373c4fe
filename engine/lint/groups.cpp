// Members of one group that readers cannot tell apart.
#include <unordered_map>
#include <utility>

#include "engine/diagnostics/report.h"
#include "engine/lint/unused.h"

namespace inforce::lint {

/// A name may be shared by several parties, but a title is what answers show.
void doubt_members_alike(const Subject& subject, std::vector<Diagnostic>& found) {
  for (const model::Group& group : subject.rules.groups) {
    std::unordered_map<std::string_view, model::MeasureId> by_title;
    for (const model::MeasureId id : group.members) {
      const model::Measure* later = &subject.rules[id];
      const auto [first, fresh] = by_title.try_emplace(later->title, id);
      if (fresh) continue;
      const model::Measure* earlier = &subject.rules[first->second];
      if (later->span < earlier->span) std::swap(earlier, later);
      Diagnostic& diagnostic = found.emplace_back(
          diagnostics::make(codes::members_alike,
                            "members `" + later->member + "` and `" + earlier->member + "` of `" + group.id +
                                "` are both called `" + later->title + "`",
                            later->span, "use one id for one member; of two, let the first name tell them apart"));
      diagnostic.related.push_back({earlier->span, "the other member"});
    }
  }
}

}  // namespace inforce::lint
