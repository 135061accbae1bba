package de.kimhub.runtime;

/** Entry point of the command line: {@code hub <command>}. */
public final class KimHub {

    private KimHub() {
    }

    public static void main(String[] args) {
        System.exit(1);
    }
}
