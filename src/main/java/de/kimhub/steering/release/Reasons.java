package de.kimhub.steering.release;

/** Why a table says nothing, for the people who read it. */
final class Reasons {

    static final String NO_YEAR = "Diese Tabelle erzählt von ganzen Berichtsjahren, und noch ist keines abgeschlossen.";
    static final String NO_COHORT = "Diese Tabelle erzählt von allen, die in einem Berichtsjahr ankamen, und wie weit sie ein Jahr danach waren. "
            + "Noch ist kein solches Jahr mit dem Jahr danach abgeschlossen.";
    static final String TOO_FEW = "Es sind noch zu wenige Menschen: Mehr als ein Fünftel der Zahlen müsste verdeckt werden, und ein ganzes "
            + "Berichtsjahr, in dem es mehr sind, ist noch nicht abgeschlossen.";
    static final String UNPROVEN = "Für diese Tabelle ist nicht bewiesen, dass sie keine einzelnen Menschen verrät. Deshalb wird nichts gezeigt.";
    static final String CHANGED = "Zahlen eines abgeschlossenen Zeitraums stimmen nicht mehr mit der Veröffentlichung überein.";
    static final String NO_SOURCE = "Kein angeschlossenes Verfahren meldet, was dafür gezählt würde, oder keine Regel erlaubt es.";

    private Reasons() {
    }
}
