package io.liquidationmap.platform.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what to do instead of showing a stack trace.
class FolderInUseFailureAnalyzer extends AbstractFailureAnalyzer<FolderInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FolderInUseException cause) {
        return new FailureAnalysis(cause.getMessage(), """
                Stop the other instance, or give this one a folder of its own with liquidationmap.database.folder, or \
                let both use one PostgreSQL server with spring.datasource.url.""", cause);
    }
}
