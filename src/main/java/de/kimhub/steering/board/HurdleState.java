package de.kimhub.steering.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a hurdle has come. */
enum HurdleState {
    GEMELDET("gemeldet"), ARBEITSGRUPPE("in der Arbeitsgruppe"), LENKUNGSGRUPPE("in der Lenkungsgruppe"), GELOEST("gelöst");

    private final String germanText;

    HurdleState(String germanText) {
        this.germanText = germanText;
    }

    public String germanText() {
        return germanText;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HurdleState> find(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
