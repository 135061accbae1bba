package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.linkage.explanation.ExplanationText;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.translation.CodeLists;

/** An explanation in the words of the installation. */
final class ExplanationPrint {

    private static final String NATIONALITIES = "staatsangehoerigkeit";

    private ExplanationPrint() {
    }

    static String of(PairExplanation explanation, Installation installation, String left, String right) {
        CodeLists lists = CodeLists.canonical();
        return ExplanationText.of(explanation.withNationalities(code -> lists.text(NATIONALITIES, code).orElse(code)),
                title(installation, left), title(installation, right));
    }

    /** What the instance is called, or its id when its file is gone. */
    static String title(Installation installation, String instance) {
        return installation.title(instance);
    }
}
