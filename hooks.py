"""The only file that MkDocs' hook system sees: what happens at its events stands in macros/publish/events.py."""

from macros.publish.events import (
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_page_context,
    on_post_build,
    on_post_page,
    on_post_template,
    on_startup,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_startup",
]
