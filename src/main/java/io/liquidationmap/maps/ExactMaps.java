package io.liquidationmap.maps;

/// Maps of positions that are known one by one, at venues that publish what their accounts hold.
public interface ExactMaps {

    /// The map of the positions seen by then.
    ///
    /// @throws QuestionException if the question cannot be answered; its kind and message say why
    ExactMap find(ExactQuery query);
}
