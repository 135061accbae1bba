package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.util.List;

/** What came of opening a document. */
public sealed interface Opening {

    /** @param findings new or missing optional columns and the like; the records flow all the same */
    record Opened(RecordReader reader, List<Problem> findings) implements Opening {
    }

    /** Nothing of it can be read: empty, wrong charset, a required column missing or there twice. */
    record RefusedDocument(List<Problem> problems) implements Opening {

        static RefusedDocument of(TranslationProblem code, String text) {
            return new RefusedDocument(List.of(new Problem(code, Place.record(0, 0), text)));
        }
    }
}
