package org.anamnesis.server.web.api;

import static org.anamnesis.server.web.api.Endpoint.Parameter.path;
import static org.anamnesis.server.web.api.Endpoint.Parameter.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.Talks;
import org.anamnesis.server.job.JobFiles;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.store.Job;
import org.anamnesis.server.web.FileRoutes;
import org.anamnesis.server.web.JobView;

/** Long work: begun, watched, stopped, its files. */
public final class JobEndpoints implements Api.Endpoints {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Endpoint.Parameter ID = path("id", "of the job");

    private final Talks talks;
    private final JobQueue jobs;
    private final JobFiles files;

    public JobEndpoints(Talks talks, JobQueue jobs, JobFiles files) {
        this.talks = talks;
        this.jobs = jobs;
        this.files = files;
    }

    @Override
    public List<Endpoint> all() {
        return List.of(
                Endpoint.post(
                                "/conversations/{id}/jobs",
                                "make",
                                "Make what the conversation came to, in the background",
                                Endpoint.ACCEPTED,
                                job(),
                                a -> told(jobs.submit(talks.find(a.owner(), a.path("id")))))
                        .with(path("id", "of the conversation")),
                Endpoint.get(
                                "/jobs",
                                "jobs",
                                "Your jobs, the latest first",
                                Api.page("jobs", job()),
                                this::list)
                        .with(
                                query("limit", Shape.whole("items; usual: 50", 1, LARGEST_PAGE)),
                                Api.before()),
                Endpoint.get(
                                "/jobs/{id}",
                                "job",
                                "How far a job is, and what came of it",
                                job(),
                                a -> told(jobs.find(a.owner(), a.path("id"))))
                        .with(ID),
                Endpoint.post(
                                "/jobs/{id}/stop",
                                "stop",
                                "Stop a job; it can be resumed, its files are not kept",
                                Endpoint.ACCEPTED,
                                job(),
                                a -> told(jobs.stop(a.owner(), a.path("id"))))
                        .with(ID),
                Endpoint.post(
                                "/jobs/{id}/resume",
                                "resume",
                                "Take up a job that was stopped or failed; \"resumes\" tells how it goes on",
                                Endpoint.ACCEPTED,
                                job(),
                                a -> told(jobs.resume(a.owner(), a.path("id"))))
                        .with(ID),
                Endpoint.delete(
                                "/jobs/{id}",
                                "deleteJob",
                                "Delete a job that has ended, and its files",
                                a -> {
                                    jobs.delete(a.owner(), a.path("id"));
                                    return Endpoint.Work.WRITTEN;
                                })
                        .with(ID),
                Endpoint.get(
                                "/jobs/{id}/files/<name>",
                                "file",
                                "One file, as it lies there: CSV, Parquet, FHIR NDJSON, ...",
                                Map.of(),
                                this::file)
                        .with(ID, path("name", "as the job lists it"))
                        .giving("application/octet-stream"),
                Endpoint.get(
                                "/jobs/{id}/all.zip",
                                "archive",
                                "All files as one archive",
                                Map.of(),
                                a -> {
                                    FileRoutes.giveAll(
                                            a.ctx(), files, jobs.find(a.owner(), a.path("id")));
                                    return Endpoint.Work.WRITTEN;
                                })
                        .with(ID)
                        .giving("application/zip"));
    }

    static Map<String, Object> job() {
        return Shape.members(
                "work in the background",
                "id",
                Shape.text("names it"),
                "kind",
                Shape.oneOf("what is done", List.of("cohort", "learn", "judge")),
                "?conversation",
                Shape.text("that it belongs to"),
                "status",
                Shape.oneOf("", List.of("waiting", "running", "done", "failed", "stopped")),
                "doing",
                Shape.text("in words"),
                "progress",
                Shape.number("0 to 1"),
                "created",
                Shape.whole("milliseconds since 1970", 0, Long.MAX_VALUE),
                "files",
                Shape.list("names of what can be taken", Shape.text("")),
                "?outcome",
                Shape.object("figures of what was made"),
                "?resumes",
                Shape.oneOf(
                        "of a job that was stopped or failed: what resuming does. Anew, patients are the same to the byte",
                        List.of(JobQueue.ANEW, JobQueue.GOES_ON)),
                "?problems",
                Shape.list("why it could not be done", Shape.object("code, message, suggestion")));
    }

    static Map<String, Object> told(Job job) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", job.id());
        m.put("kind", job.kind().inWords());
        if (!job.conversation().isEmpty()) {
            m.put("conversation", job.conversation());
        }
        m.put("status", job.status().inWords());
        m.put("doing", job.doing());
        m.put("progress", job.progress());
        m.put("created", job.created());
        m.put("files", JobView.files(job));
        if (job.status().resumable()) {
            m.put("resumes", JobQueue.resumes(job));
        } else if (!job.outcome().isEmpty()) {
            m.put("outcome", JsonText.object(job.outcome()));
        }
        if (!job.problems().isEmpty()) {
            m.put("problems", JsonText.list(job.problems()));
        }
        return m;
    }

    private Object list(Asked a) {
        int limit = (int) a.whole("limit", PAGE);
        List<Job> found = jobs.of(a.owner(), Api.place(a), limit + 1);
        return Api.cut(found, limit, JobEndpoints::told, j -> j.place().text());
    }

    private Object file(Asked a) {
        Job job = jobs.find(a.owner(), a.path("id"));
        String name = a.path("name");
        FileRoutes.give(a.ctx(), files.file(job.id(), name, JobView.files(job)), name);
        return Endpoint.Work.WRITTEN;
    }
}
