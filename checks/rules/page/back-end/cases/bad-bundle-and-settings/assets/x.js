window.DecapCms = {};
