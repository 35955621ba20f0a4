package io.liquidationmap.maps;

import java.util.List;

/// Maps of positions that are known one by one, at venues that publish what their accounts hold.
public interface ExactMaps {

    /// The map of the positions seen by then.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    ExactMap find(ExactQuery query);

    /// The maps of all symbols of which positions are known now, in alphabetical order; at most a few minutes old.
    List<ExactMap> all();
}
