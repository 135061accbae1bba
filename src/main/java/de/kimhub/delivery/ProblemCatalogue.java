package de.kimhub.delivery;

import de.kimhub.message.ProblemCode;
import java.util.Optional;

/** Finds a problem's German text by the code under which it was stored. */
@FunctionalInterface
public interface ProblemCatalogue {

    Optional<ProblemCode> find(String code);
}
