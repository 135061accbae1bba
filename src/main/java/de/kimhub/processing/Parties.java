package de.kimhub.processing;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import java.util.Collection;
import java.util.List;

/** The instances of an installation at one moment, as those who give and are asked. */
record Parties(Installation installation, InstanceNumbers numbers) {

    int numberOf(String instanceId) {
        return numbers.of(instanceId);
    }

    /** Those of a kind of body, e.g. all Jobcenter instances. */
    List<Instance> ofAuthority(String authority) {
        return installation.all().stream().filter(instance -> instance.authority().equals(authority)).toList();
    }

    /** Those who give something and are named: by kind of body, or as {@code instance:<id>}. */
    List<Instance> sourcesNamed(Collection<String> names) {
        return installation.all().stream().filter(instance -> instance.receive().isPresent()
                && (names.contains(instance.authority()) || names.contains("instance:" + instance.id()))).toList();
    }
}
