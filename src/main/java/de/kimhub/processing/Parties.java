package de.kimhub.processing;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.message.TestOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The instances of an installation at one moment, as those who give and are asked. */
record Parties(Installation installation, InstanceNumbers numbers) {

    /** Those among whom data of the instance may move: test data never among real ones. */
    Parties beside(Instance one) {
        Map<String, Instance> same = new TreeMap<>(installation.instances());
        same.keySet().removeIf(id -> TestOperation.apart(id, one.id()));
        return new Parties(new Installation(installation.name(), installation.folder(), installation.hub(),
                installation.sharing(), same, installation.problems()), numbers);
    }

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
