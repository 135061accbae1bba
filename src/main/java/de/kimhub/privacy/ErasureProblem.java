package de.kimhub.privacy;

import de.kimhub.message.ProblemCode;

/** What can be wrong with erasures. */
public enum ErasureProblem implements ProblemCode {

    FOREIGN_MARK("HUB-ERA-001", "Eine Zeile in keys/erasures stammt nicht von diesem Hub. Die Datei aus der Sicherung der Schlüssel "
            + "zurückholen; ohne sie werden Löschungen nach dem Einspielen einer älteren Sicherung nicht wiederholt."),
    NOT_FINISHED("HUB-ERA-002", "Ein Teil einer Löschung ließ sich noch nicht ausführen und wird von selbst wieder versucht. "
            + "hub person erased zeigt, was offen ist.");

    private final String code;
    private final String germanText;

    ErasureProblem(String code, String germanText) {
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
