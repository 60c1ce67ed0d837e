package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked beyond choosing and weighting people.
 *
 * @param overwrites changes of finished values, in order
 * @param timeline a span of history, if one was asked for
 * @param own variables and conditions with the user's own numbers, in order
 * @param units in which the files show observations
 * @param groups disjoint groups that the cohort consists of
 * @param names whether patients get names and addresses, all of them made up
 * @param gaps whether the index visit holds what practice measures at one visit, and planned visits
 *     are missed as in practice; else all is there
 * @param studies recordings and images, one order a kind at most
 * @param baseline what this specification is a what-if of
 */
public record Beyond(
        List<Overwrite> overwrites,
        Optional<Timeline> timeline,
        List<Own> own,
        Units units,
        Groups groups,
        boolean names,
        boolean gaps,
        List<StudyOrder> studies,
        Optional<Baseline> baseline) {
    public static final Beyond NOTHING =
            new Beyond(
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Units.CANONICAL,
                    Groups.NONE,
                    false,
                    false,
                    List.of(),
                    Optional.empty());

    public Beyond {
        overwrites = List.copyOf(overwrites);
        requireNonNull(timeline, "timeline");
        own = List.copyOf(own);
        requireNonNull(units, "units");
        requireNonNull(groups, "groups");
        studies = List.copyOf(studies);
        requireNonNull(baseline, "baseline");
    }

    /** Own variable or condition of this id. */
    public Optional<Own> own(String id) {
        return own.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    public Beyond with(List<Overwrite> changed) {
        return new Beyond(changed, timeline, own, units, groups, names, gaps, studies, baseline);
    }

    public Beyond with(Timeline changed) {
        return new Beyond(
                overwrites,
                Optional.of(changed),
                own,
                units,
                groups,
                names,
                gaps,
                studies,
                baseline);
    }

    public Beyond withoutTimeline() {
        return new Beyond(
                overwrites, Optional.empty(), own, units, groups, names, gaps, studies, baseline);
    }

    public Beyond with(Units changed) {
        return new Beyond(
                overwrites, timeline, own, changed, groups, names, gaps, studies, baseline);
    }

    public Beyond with(Groups changed) {
        return new Beyond(
                overwrites, timeline, own, units, changed, names, gaps, studies, baseline);
    }

    public Beyond withNames(boolean changed) {
        return new Beyond(
                overwrites, timeline, own, units, groups, changed, gaps, studies, baseline);
    }

    public Beyond withGaps(boolean changed) {
        return new Beyond(
                overwrites, timeline, own, units, groups, names, changed, studies, baseline);
    }

    /** The order of a kind, if there is one. */
    public Optional<StudyOrder> study(String kind) {
        return studies.stream().filter(s -> s.kind().equals(kind)).findFirst();
    }

    /** With this order, in the place of one of its kind. */
    public Beyond with(StudyOrder order) {
        List<StudyOrder> all = new ArrayList<>(studies);
        int at = study(order.kind()).map(all::indexOf).orElse(all.size());
        all.removeIf(s -> s.kind().equals(order.kind()));
        all.add(at, order);
        return new Beyond(overwrites, timeline, own, units, groups, names, gaps, all, baseline);
    }

    public Beyond withoutStudies() {
        return new Beyond(
                overwrites, timeline, own, units, groups, names, gaps, List.of(), baseline);
    }

    public Beyond withoutStudy(String kind) {
        List<StudyOrder> rest = studies.stream().filter(s -> !s.kind().equals(kind)).toList();
        return new Beyond(overwrites, timeline, own, units, groups, names, gaps, rest, baseline);
    }

    public Beyond withBaseline(Optional<Baseline> changed) {
        return new Beyond(overwrites, timeline, own, units, groups, names, gaps, studies, changed);
    }

    private Beyond withOwn(List<Own> changed) {
        return new Beyond(
                overwrites, timeline, changed, units, groups, names, gaps, studies, baseline);
    }

    /** With one more; an earlier one of its kind on the same observation gives way. */
    Beyond with(Overwrite added) {
        List<Overwrite> all = new ArrayList<>(overwrites);
        all.removeIf(o -> o.kind() == added.kind() && o.observation().equals(added.observation()));
        all.add(added);
        return with(all);
    }

    /** With one more own variable, in the place of an earlier one of this id. */
    Beyond with(Own added) {
        List<Own> all = new ArrayList<>(own);
        int at = own(added.id()).map(all::indexOf).orElse(-1);
        if (at < 0) {
            all.add(added);
        } else {
            all.set(at, added);
        }
        return withOwn(all);
    }

    /** Nothing about an observation, an own variable or condition; links to it go, too. */
    Beyond without(String subject) {
        List<Own> rest = new ArrayList<>();
        for (Own o : own) {
            boolean linked =
                    o instanceof Own.Quantity n
                            && n.link().filter(l -> l.with().equals(subject)).isPresent();
            if (!o.id().equals(subject)) {
                rest.add(linked ? unlinked((Own.Quantity) o) : o);
            }
        }
        return with(overwrites.stream().filter(o -> !o.observation().equals(subject)).toList())
                .withOwn(rest)
                .with(groups.without(subject));
    }

    private static Own unlinked(Own.Quantity n) {
        return new Own.Quantity(
                n.id(), n.name(), n.unit(), n.figures(), n.form(), Optional.empty());
    }
}
