package de.kimhub.runtime.command;

import de.kimhub.processing.DecisionEffects;
import de.kimhub.processing.DecisionEffects.Held;
import de.kimhub.processing.DecisionEffects.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What follows from a decision, in German. */
final class EffectsText {

    private EffectsText() {
    }

    /** @param title what an instance is called */
    static List<String> of(DecisionEffects effects, UnaryOperator<String> title) {
        if (!effects.possible()) {
            return List.of("Das geht nicht, solange andere Entscheidungen gelten, die das Gegenteil sagen.");
        }
        if (effects.isNothing()) {
            return List.of("Für niemanden ändert sich etwas.");
        }
        List<String> lines = new ArrayList<>();
        if (effects.joinsSettled()) {
            lines.add("Zwei Personen, von denen beiden etwas weitergegeben sein kann, werden eine.");
        } else if (effects.moved() > 0) {
            lines.add(effects.moved() == 1 ? "Eine Akte gehört dann zu einer anderen Person."
                    : effects.moved() + " Akten gehören dann zu einer anderen Person.");
        }
        effects.held().forEach(held -> lines.add(title.apply(held.source()) + ": " + held(held)));
        effects.told().forEach(told -> lines.add(title.apply(told.recipient()) + " " + told(told)));
        return lines;
    }

    private static String held(Held held) {
        String released = held.released() == 0 ? "" : held.released() == 1 ? "1 wartendes Ereignis wird frei"
                : held.released() + " wartende Ereignisse werden frei";
        String staying = held.staying() == 0 ? "" : held.staying() == 1 ? "1 Ereignis wartet weiter"
                : held.staying() + " Ereignisse warten weiter";
        return released + (released.isEmpty() || staying.isEmpty() ? "" : ", ") + staying + ".";
    }

    private static String told(Told told) {
        boolean one = told.count() == 1;
        return switch (told.kind()) {
            case LATE -> "bekommt " + (one ? "1 Ereignis, das gewartet hat." : told.count() + " Ereignisse, die gewartet haben.");
            case RETRACTION -> "bekommt " + (one ? "1 Rücknahme" : told.count() + " Rücknahmen")
                    + ", weil es unter dem Aktenzeichen einer anderen Person gegeben wurde.";
            case REPETITION -> "bekommt " + (one ? "1 Ereignis" : told.count() + " Ereignisse")
                    + " noch einmal, unter dem richtigen Aktenzeichen.";
            case CORRECTION -> "bekommt " + (one ? "1 Berichtigung" : told.count() + " Berichtigungen") + " der Quelle.";
            case CALL -> "hat " + (one ? "1 Ereignis" : told.count() + " Ereignisse")
                    + " ohne Aktenzeichen bekommen: dort muss jemand anrufen.";
        };
    }
}
