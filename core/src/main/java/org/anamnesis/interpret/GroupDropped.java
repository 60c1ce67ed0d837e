package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * One of the groups that are there: "drop the ramipril arm" shares its patients among the others,
 * "let the second one get bupropion" gives it another drug.
 */
final class GroupDropped {
    private static final String NOUN = "arms?|groups?|cohort|one|one one";
    private static final String MORE =
            "also|too|plus|additionally|additional|beside|besides|as|well|and|with";
    private static final double ALL = 100;
    private static final int LONGEST = 40;

    private final Draft draft;
    private final Sentence s;
    private final Groups groups;

    GroupDropped(Draft draft, Groups groups) {
        this.draft = draft;
        this.s = draft.sentence;
        this.groups = groups;
    }

    boolean found() {
        return renamed() || dropped() || given();
    }

    /** One past the group that is named here, with its number from 0. */
    private record At(int group, int to) {}

    private boolean dropped() {
        for (int i = 0; i < s.size(); i++) {
            int behind =
                    ExclusionLists.verb(s, i) || s.like(i, "without|lose|cut|scrap|kill|skip")
                            ? i + 1
                            : -1;
            Optional<At> one = behind < 0 ? Optional.empty() : group(behind);
            boolean whole = one.isPresent() && !given(one.get());
            if (whole && groups.all().size() == 2) {
                draft.problem(
                        "request.group.alone",
                        i,
                        one.get().to(),
                        "One group alone is no group.",
                        "\"no groups\", and what everyone shall have");
                return true;
            }
            if (whole) {
                List<StudyGroup> left = new ArrayList<>(groups.all());
                double gone = left.remove(one.get().group()).percent();
                List<StudyGroup> scaled = new ArrayList<>();
                for (StudyGroup g : left) {
                    double share = g.percent() * ALL / (ALL - gone);
                    scaled.add(new StudyGroup(g.name(), share, g.constraints()));
                }
                draft.edit(
                        new Edit.SetGroups(new Groups(scaled, groups.same())), i, one.get().to());
                return true;
            }
        }
        return false;
    }

    /** "rename the second group control", "call the first arm exposed". */
    private boolean renamed() {
        Optional<At> one = s.like(0, "rename|call|name|label") ? group(1) : Optional.empty();
        int at = one.map(x -> s.like(x.to(), "to|as|into") ? x.to() + 1 : x.to()).orElse(s.size());
        if (at >= s.size()) {
            return false;
        }
        String name = s.text().substring(s.at(at).start()).replaceAll("[\"'.!“”]", "").strip();
        StudyGroup old = groups.all().get(one.get().group());
        boolean taken = groups.all().stream().anyMatch(g -> g.name().equalsIgnoreCase(name));
        if (name.isEmpty() || name.length() > LONGEST || taken) {
            draft.problem(
                    "request.group.name",
                    at,
                    s.size(),
                    "A group needs a short name that no other group has.",
                    "rename the second group to control");
            return true;
        }
        var now = new StudyGroup(name, old.percent(), old.constraints());
        List<StudyGroup> all = new ArrayList<>(groups.all());
        all.set(one.get().group(), now);
        draft.edit(new Edit.SetGroups(new Groups(all, groups.same())), 0, s.size());
        return true;
    }

    /** Something is said of the group behind its name: it stays. */
    private boolean given(At one) {
        return s.like(one.to(), "to|from|by|in|at|size|share");
    }

    private boolean given() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, MORE)) {
                return false; // a drug more
            }
        }
        for (int i = 0; i < s.size(); i++) {
            Optional<At> one = Words.PLACES.containsKey(s.word(i)) ? group(i) : Optional.empty();
            int at = one.map(At::to).orElse(-1);
            while (one.isPresent()
                    && s.like(
                            at,
                            "gets?|takes?|should|shall|must|to|get|take|receives?|on|is|are|be|of|:")) {
                at++;
            }
            Optional<Sentence.Named> drug =
                    one.isPresent() && at > one.get().to() ? s.drugAt(at) : Optional.empty();
            if (drug.isPresent() && only(one.get().group()) && ends(drug.get().to())) {
                replace(one.get().group(), drug.get().concept(), i, drug.get().to());
                return true;
            }
        }
        return false;
    }

    private boolean ends(int to) {
        return s.like(to, "|[.!,]|please|instead|now|then|rather");
    }

    /** Whether nothing but one drug is asked of it. */
    private boolean only(int group) {
        List<Constraint> all = groups.all().get(group).constraints();
        return all.size() == 1
                && Last.criterion(all.get(0))
                        .filter(c -> c instanceof Criterion.TakesMedication)
                        .isPresent();
    }

    private void replace(int group, Concept drug, int from, int to) {
        List<Constraint> wishes =
                List.of(new Constraint.Require(new Criterion.TakesMedication(drug.id())));
        StudyGroup of = groups.all().get(group);
        draft.edit(new Edit.SetGroups(GroupChanges.with(groups, of, wishes)), from, to);
        s.use(0, s.size());
    }

    /** "the second one", "the ramipril arm". */
    private Optional<At> group(int i) {
        int at = s.like(i, "the|of") ? i + 1 : i;
        at = s.like(at, "the") ? at + 1 : at;
        int place = Words.PLACES.getOrDefault(s.word(at), 0);
        place = place < 0 ? groups.all().size() : place;
        if (place > 0 && place <= groups.all().size() && s.like(at + 1, NOUN)) {
            return Optional.of(new At(place - 1, at + 2));
        }
        boolean numbered = s.like(at, "group|arm") && s.at(at + 1).number();
        int number = numbered ? (int) s.at(at + 1).doubleValue() : 0;
        if (number > 0 && number <= groups.all().size()) { // "group 2"
            return Optional.of(new At(number - 1, at + 2));
        }
        for (int k = 0; k < groups.all().size(); k++) {
            StudyGroup g = groups.all().get(k);
            int to = s.after(at, g.name().toLowerCase(Locale.ROOT));
            Optional<Sentence.Named> drug = s.drugAt(at);
            boolean has =
                    drug.isPresent()
                            && g.constraints().stream()
                                    .anyMatch(
                                            c -> Last.concept(c).equals(drug.get().concept().id()));
            int end = to > at ? to : has ? drug.get().to() : -1;
            if (end > 0 && s.like(end, "arms?|groups?")) {
                return Optional.of(new At(k, end + 1));
            }
        }
        return Optional.empty();
    }
}
