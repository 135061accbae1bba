package de.kimhub.runtime.demo.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start this very program once more as a process of its own: from the jar, or from the class path. The system
 * property {@value #PROGRAM} may name another place of it, as a file of arguments for {@code java}.
 */
final class JavaCommand {

    static final String PROGRAM = "kimhub.program";
    private static final String MAIN = "de.kimhub.runtime.KimHub";

    private JavaCommand() {
    }

    static List<String> of(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvmOptions);
        String program = System.getProperty(PROGRAM);
        String classPath = System.getProperty("java.class.path");
        if (program != null) {
            command.add("@" + program);
        } else if (classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"))) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, MAIN));
        }
        command.addAll(arguments);
        return command;
    }
}
