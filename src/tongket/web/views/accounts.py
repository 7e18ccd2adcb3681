"""Logging in and out."""

from __future__ import annotations

from typing import cast

from django.contrib.auth import views
from django.http import HttpRequest, HttpResponse

from tongket.access.roles import Permission
from tongket.web.gate import page

_login = views.LoginView.as_view(template_name="tongket/login.html", redirect_authenticated_user=True)
_logout = views.LogoutView.as_view()


@page(Permission.READ_PUBLISHED, methods=("GET", "HEAD", "POST"))
def login(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; lead to where the visitor came from."""
    return cast(HttpResponse, _login(request))


@page(Permission.READ_PUBLISHED, methods=("POST",))
def logout(request: HttpRequest) -> HttpResponse:
    """Forget who it is."""
    return _logout(request)
