package de.kimhub.runtime.demo.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start this very program once more as a process of its own: from the jar, or from the class path. */
final class JavaCommand {

    private static final String MAIN = "de.kimhub.runtime.KimHub";

    private JavaCommand() {
    }

    static List<String> of(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvmOptions);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"))) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, MAIN));
        }
        command.addAll(arguments);
        return command;
    }
}
