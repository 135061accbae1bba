package de.kimhub.processing;

import java.util.Arrays;
import java.util.Optional;

/** Why a person is erased (Art. 17(1) DSGVO). Whether an exception of Art. 17(3) stands against it is for people to decide. */
public enum ErasureReason {

    NO_LONGER_NEEDED("zweck-entfallen", "Art. 17 Abs. 1 Buchst. a DSGVO: für die Zwecke nicht mehr notwendig"),
    CONSENT_WITHDRAWN("widerruf", "Art. 17 Abs. 1 Buchst. b DSGVO: Einwilligung widerrufen, keine andere Rechtsgrundlage"),
    OBJECTION("widerspruch", "Art. 17 Abs. 1 Buchst. c DSGVO: Widerspruch"),
    UNLAWFUL("unrechtmaessig", "Art. 17 Abs. 1 Buchst. d DSGVO: unrechtmäßig verarbeitet"),
    LEGAL_DUTY("rechtspflicht", "Art. 17 Abs. 1 Buchst. e DSGVO: rechtliche Verpflichtung zur Löschung");

    private final String code;
    private final String germanText;

    ErasureReason(String code, String germanText) {
        this.code = code;
        this.germanText = germanText;
    }

    public String code() {
        return code;
    }

    public String germanText() {
        return germanText;
    }

    public static Optional<ErasureReason> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
