"""Addresses. A page has the same address in every language but for the language at its front."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, register_converter

from tongket.web.views import (
    accounts,
    comparing,
    deciding,
    decrees,
    disputes,
    documents,
    editions,
    explaining,
    health,
    indicators,
    observations,
    reviews,
    series,
    units,
    uploads,
    years,
)


class PeriodConverter:
    """A year, quarter or month as it is written in an address."""

    regex = r"\d{4}(?:-Q[1-4]|-\d\d)?"

    def to_python(self, value: str) -> str:
        """The code as it stands; whether such a review exists is for the query to say."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it stands."""
        return value


register_converter(PeriodConverter, "period")

urlpatterns = [
    path("healthz", health.health, name="health"),
    *i18n_patterns(
        path("", years.newest, name="home"),
        path("years/<period:period>/", years.year, name="year"),
        path("indicators/", indicators.every, name="indicators"),
        path("indicators/<slug:code>/", indicators.indicator, name="indicator"),
        path("documents/", documents.every, name="documents"),
        path("documents/upload/", uploads.upload, name="upload"),
        path("documents/upload/<int:key>/", uploads.asked, name="asked"),
        path("documents/upload/<int:key>/remove/", uploads.remove, name="remove"),
        path("documents/<slug:slug>/", documents.document, name="document"),
        path("documents/<slug:slug>/decide/", deciding.decide, name="decide"),
        path("documents/<slug:slug>/together/", deciding.together, name="together"),
        path("documents/<slug:slug>/describe/", uploads.describe, name="describe"),
        path("documents/<slug:slug>/reopen/", deciding.reopen, name="reopen"),
        path("indicators/<slug:code>/settle/", disputes.settle, name="settle"),
        path("indicators/<slug:code>/revoke/", indicators.revoke, name="revoke"),
        path("login/", accounts.login, name="login"),
        path("logout/", accounts.logout, name="logout"),
        path("observations/<int:seq>/", observations.observation, name="observation"),
        path("reviews/<period:period>/", reviews.review, name="review"),
        path("units/", units.every, name="units"),
        path("units/<slug:code>/", units.unit, name="unit"),
        path("units/<slug:code>/beside/", comparing.units_beside, name="beside"),
        path("units/<slug:code>/series/<slug:indicator>/", series.series, name="series"),
        path("units/<slug:code>/explain/<slug:indicator>/", explaining.explained, name="explain"),
        path("decrees/<path:number>/", decrees.decree, name="decree"),
        path("editions/", editions.every, name="editions"),
        path("editions/<period:period>/<int:number>/", editions.edition, name="edition"),
        path("editions/<period:period>/<int:number>/file/", editions.file, name="edition_file"),
        path("editions/<period:period>/<int:number>/file/<slug:format>/", editions.file, name="edition_as"),
    ),
]

handler400 = "tongket.web.failures.bad_request"
handler403 = "tongket.web.failures.forbidden"
handler404 = "tongket.web.failures.not_found"
handler500 = "tongket.web.failures.server_error"
