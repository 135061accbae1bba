package de.kimhub.linkage.evaluation;

import de.kimhub.message.ProblemCode;

/** What measuring may find. */
public enum EvaluationProblem implements ProblemCode {
    BANDS_MOVED("HUB-LNK-030", "Neue Akten werden auffällig anders als bisher mit bekannten verbunden. Prüfen, ob eine "
            + "Quelle ihren Export geändert hat, und mit hub link evaluate --decisions ansehen, ob die Entscheidungen der "
            + "Dublettenprüfung noch zu den Bändern passen.");

    private final String code;
    private final String germanText;

    EvaluationProblem(String code, String germanText) {
        this.code = code;
        this.germanText = germanText;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String germanText() {
        return germanText;
    }
}
