#include "engine/query/answers.h"
namespace inforce::query {
ConflictsAnswer answer_conflicts(const View&) { return {}; }
std::vector<Conflict> conflicts_in(const View&, const std::vector<Finding>&) { return {}; }
}  // namespace inforce::query
