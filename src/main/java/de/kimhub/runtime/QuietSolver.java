package de.kimhub.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import org.ojalgo.netio.BasicLogger;

/**
 * The solver of disclosure control prints numbers of the tables to standard output when it loses its way. It keeps the
 * streams that it finds when its logger is loaded: these are of nobody's here.
 */
final class QuietSolver {

    private QuietSolver() {
    }

    /** Before anything is solved, and before another thread prints. */
    static void load() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            BasicLogger.DEBUG.println();
            BasicLogger.ERROR.println();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
