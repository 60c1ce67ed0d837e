package org.anamnesis.server.web.api;

import static org.anamnesis.server.web.api.Endpoint.Parameter.must;
import static org.anamnesis.server.web.api.Endpoint.Parameter.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.server.Absent;
import org.anamnesis.server.Talks;
import org.anamnesis.server.Uploads;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.job.Works;
import org.anamnesis.server.store.Job;
import org.anamnesis.server.store.UploadStore.Upload;
import org.anamnesis.spec.Known;

/** A user's own tables: sent, looked at, learned, judged, and talked about. */
public final class TableEndpoints implements Api.Endpoints {
    private static final int MOST = 200;
    private static final Endpoint.Parameter ID = path("id", "of the table");
    private static final Map<String, Object> SEED =
            Shape.whole("of all that is drawn", 0, Long.MAX_VALUE);

    private final Uploads uploads;
    private final Talks talks;
    private final JobQueue jobs;

    public TableEndpoints(Uploads uploads, Talks talks, JobQueue jobs) {
        this.uploads = uploads;
        this.talks = talks;
        this.jobs = jobs;
    }

    @Override
    public List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>(tables());
        all.addAll(work());
        return all;
    }

    private List<Endpoint> tables() {
        return List.of(
                Endpoint.post(
                                "/tables",
                                "upload",
                                "Send a table (CSV, TSV, Parquet); what learning would drop is told",
                                Endpoint.CREATED,
                                table(),
                                a ->
                                        told(
                                                uploads.keep(
                                                        a.owner(),
                                                        a.text("name"),
                                                        a.ctx().bodyInputStream())))
                        .with(must("name", Shape.text("of the file, as patients.csv", 200)))
                        .taking("application/octet-stream"),
                Endpoint.get(
                        "/tables",
                        "tables",
                        "Your tables, the latest first",
                        Api.page("tables", Shape.object("id, name, bytes, created")),
                        a ->
                                Api.whole(
                                        uploads.of(a.owner(), MOST).stream()
                                                .map(TableEndpoints::told)
                                                .toList())),
                Endpoint.get(
                                "/tables/{id}",
                                "table",
                                "What is in a table, and what learning would drop",
                                table(),
                                a -> told(uploads.see(a.owner(), a.path("id"))))
                        .with(ID),
                Endpoint.delete(
                                "/tables/{id}",
                                "deleteTable",
                                "Delete a table",
                                a -> {
                                    uploads.delete(a.owner(), a.path("id"));
                                    return Endpoint.Work.WRITTEN;
                                })
                        .with(ID));
    }

    private List<Endpoint> work() {
        return List.of(
                Endpoint.post(
                                "/models",
                                "learn",
                                "Learn a table, in the background; the job's id names the model",
                                Endpoint.ACCEPTED,
                                JobEndpoints.job(),
                                a -> {
                                    uploads.file(a.owner(), a.text("table"));
                                    return JobEndpoints.told(
                                            jobs.submit(a.owner(), Job.Kind.LEARN, a.values()));
                                })
                        .reading(
                                Shape.members(
                                        "",
                                        "table",
                                        Shape.text("id of a table", 100),
                                        "?engine",
                                        Shape.oneOf("usual: trees", Known.ENGINES),
                                        "?target",
                                        Shape.text("column that somebody will predict", 200),
                                        "?rules",
                                        Shape.list(
                                                "of the table, as \"start <= end\"",
                                                Shape.text("one", 500),
                                                50),
                                        "?seed",
                                        SEED)),
                Endpoint.get(
                        "/models",
                        "models",
                        "What was learned, the latest first",
                        Api.page("models", JobEndpoints.job()),
                        a ->
                                Api.whole(
                                        jobs.learned(a.owner(), MOST).stream()
                                                .map(JobEndpoints::told)
                                                .toList())),
                Endpoint.post(
                                "/models/{id}/conversations",
                                "talkAbout",
                                "Begin a conversation about a learned model's people",
                                Endpoint.CREATED,
                                Shape.members(
                                        "where to go on",
                                        "conversation",
                                        Shape.text("its id"),
                                        "turn",
                                        Shape.object("what was said of the model")),
                                this::about)
                        .with(path("id", "of the model")),
                Endpoint.post(
                                "/judgements",
                                "evaluate",
                                "Judge a synthetic table beside the people it was learned from and others",
                                Endpoint.ACCEPTED,
                                JobEndpoints.job(),
                                a -> {
                                    for (String t : List.of("real", "holdout", "synthetic")) {
                                        uploads.file(a.owner(), a.text(t));
                                    }
                                    return JobEndpoints.told(
                                            jobs.submit(a.owner(), Job.Kind.JUDGE, a.values()));
                                })
                        .reading(
                                Shape.members(
                                        "ids of tables",
                                        "real",
                                        Shape.text("that was learned from", 100),
                                        "holdout",
                                        Shape.text("other people of the same population", 100),
                                        "synthetic",
                                        Shape.text("that was made", 100),
                                        "?outcome",
                                        Shape.text("column that models are to predict", 200),
                                        "?time",
                                        Shape.text("column of the time until the event", 200),
                                        "?seed",
                                        SEED)));
    }

    private Object about(Asked a) {
        Job job = jobs.find(a.owner(), a.path("id"));
        if (job.kind() != Job.Kind.LEARN || job.status() != Job.Status.DONE) {
            throw new Absent("model");
        }
        Talks.Said said = talks.begin(a.owner(), Works.useModel(job.id()), Works.title(job));
        return Map.of("conversation", said.talk().id(), "turn", said.told());
    }

    private static Map<String, Object> table() {
        return Shape.members(
                "a table",
                "id",
                Shape.text("names it"),
                "name",
                Shape.text("of its file"),
                "bytes",
                Shape.whole("size", 0, Uploads.LARGEST),
                "created",
                Shape.whole("milliseconds since 1970", 0, Long.MAX_VALUE),
                "rows_in_file",
                Shape.whole("rows", 0, Long.MAX_VALUE),
                "columns",
                Shape.list("that are learned", Shape.text("in words")),
                "dropped",
                Shape.list("that are not, and why", Shape.text("in words")),
                "notes",
                Shape.list("what you should know", Shape.text("a sentence")),
                "schema",
                Shape.object("how it is read"));
    }

    private static Map<String, Object> told(Upload u) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", u.id());
        m.put("name", u.name());
        m.put("bytes", u.bytes());
        m.put("created", u.created());
        return m;
    }

    private static Map<String, Object> told(Uploads.Seen seen) {
        Map<String, Object> m = told(seen.upload());
        m.putAll(seen.found());
        return m;
    }
}
