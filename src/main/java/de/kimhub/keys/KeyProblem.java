package de.kimhub.keys;

import de.kimhub.message.ProblemCode;

/** What can be wrong with the hub's keys. */
public enum KeyProblem implements ProblemCode {
    CANNOT_DECRYPT("HUB-KEY-001", "Gespeicherte Daten lassen sich nicht entschlüsseln: Sie wurden verändert, oder ihr Schlüssel "
            + "fehlt. Den Schlüsselordner keys/ aus derselben Sicherung zurückspielen."),
    NOT_TOGETHER("HUB-KEY-002", "Im Schlüsselordner fehlt eine Datei, oder sie gehören nicht zusammen. Alle aus derselben "
            + "Sicherung zurückspielen, oder den richtigen Hauptschlüssel angeben."),
    NO_WRAPPING_KEY("HUB-KEY-003", "Der Hauptschlüssel ist nicht lesbar. wrapping-key.json zurückspielen, das Geheimnis aus "
            + "hub.yaml hinterlegen oder ihn mit hub keys shares recover aus zwei Teilen wiederherstellen."),
    NO_DOMAIN_KEY("HUB-KEY-004", "Der Schlüssel dieser Domäne und Epoche fehlt auf diesem Rechner. Den Ordner keys/pseudonyms "
            + "von dem Rechner übernehmen, auf dem er erzeugt wurde. Ist er verloren: einen vorbereiteten mit hub keys rotate "
            + "--discard verwerfen, einen geltenden mit --compromised ersetzen."),
    KEY_EXISTS("HUB-KEY-005", "Für diese Domäne und Epoche gibt es schon einen Schlüssel. Es wird keiner überschrieben; "
            + "hub keys status zeigt den Stand."),
    NO_KEYS("HUB-KEY-006", "In diesem Schlüsselordner liegen keine Schlüssel. In hub.yaml prüfen, ob data: auf den Ordner dieser "
            + "Installation zeigt; fehlen sie dort, aus der Sicherung zurückspielen."),
    BAD_SHARE("HUB-KEY-010", "Ein Teilschlüssel ist falsch abgeschrieben. Die genannte Zeile noch einmal mit dem Papier "
            + "vergleichen."),
    SHARES_DIFFER("HUB-KEY-011", "Diese beiden Teilschlüssel gehören nicht zusammen. Zwei verschiedene Teile derselben "
            + "Ausgabe verwenden."),
    SHARES_STALE("HUB-KEY-012", "Die Teilschlüssel öffnen die heutigen Schlüssel nicht. Neue Teile ausgeben (hub keys shares "
            + "create) und die alten vernichten."),
    NOT_SHAREABLE("HUB-KEY-013", "Dieser Hauptschlüssel lässt sich nicht teilen, weil er nicht als Datei oder Geheimnis "
            + "vorliegt. Für Schlüssel eines KMS gilt dessen eigene Sicherung."),
    KEY_THERE("HUB-KEY-014", "Der Hauptschlüssel ist schon da; wiederhergestellt wird nur ein fehlender. Zum Üben hub keys "
            + "shares rehearse verwenden.");

    private final String code;
    private final String germanText;

    KeyProblem(String code, String germanText) {
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
