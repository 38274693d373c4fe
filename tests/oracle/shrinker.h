// Makes a story that shows a disagreement as small as it will go.
#pragma once

#include <functional>
#include <string>

#include "tests/oracle/compare.h"

namespace oracle {

/// Drops events, effects and fields while `still` holds.
Story shrink(Story story, const std::function<bool(const Story&)>& still);

/// The same, while the same kind of disagreement remains.
Story shrink(Story story, const Disagreement& found);

/// The rule file, the question and both answers, for a person; comments make it a valid file.
std::string report(const Story& story, const Disagreement& found);

}  // namespace oracle
