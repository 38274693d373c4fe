// `--alarm`, of the command that writes calendars.
#pragma once

#include <optional>

#include "inforce/render.h"
#include "tools/inforce/command.h"

namespace inforce::cli {

[[nodiscard]] const Option& alarm_option();

/// How an answer looks, with what `--alarm` says; nothing where that is not understood, which has been said.
[[nodiscard]] std::optional<Style> style_with_alarms(const Arguments& arguments, Environment& environment);

}  // namespace inforce::cli
