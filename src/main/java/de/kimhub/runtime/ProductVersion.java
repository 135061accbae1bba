package de.kimhub.runtime;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(KimHub.class.getPackage().getImplementationVersion()).orElse("(Entwicklung)");
        return new String[] {"KIM-Hub " + version, "Java " + Runtime.version()};
    }
}
